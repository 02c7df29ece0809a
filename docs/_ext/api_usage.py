"""Which public names the cards and lessons use, as recorded while they ran, and which card is the home of a name."""

import re
from collections import Counter, defaultdict

from cards import LONGEST_TITLE


def short(name):
    """``torch.Tensor.view`` and ``torch.view`` are one operation to a reader: both are ``view``, as is ``add_`` of ``add``."""
    return re.sub(r"(?<=[a-z])_$", "", name.rpartition(".")[2])


def rare_names(catalogue):
    """The names that at most one card in eight calls: two texts that share one are about the same thing."""
    count = Counter(name for record in catalogue.card_records.values() for name in {short(api) for api in record.apis})
    return {name for name, cards_calling in count.items() if cards_calling <= max(1, len(catalogue.card_records) / 8)}


def lessons_using(catalogue, card):
    """The lessons that call what the card is about: the names that its claims are on, or else those that it calls itself."""
    record = catalogue.card_records.get(card.name)
    called = {short(api) for api in record.apis} if record else set()
    about = {short(api) for claim in catalogue.claims_of[card.name] for api in claim.api} or called
    about &= catalogue.rare_names
    return [name for name, names in catalogue.names_of_lessons.items() if about & names]


def words_of(title):
    """The words that stand in the code of a card's first line."""
    return set(re.findall(r"\w+", " ".join(re.findall(r"``(.+?)``", title))))


def names_of(catalogue, card):
    """The public names that a card is about: it calls them, and its first line or one of its claims names them."""
    record, words = catalogue.card_records.get(card.name), words_of(card.title)
    claimed = {api for claim in catalogue.claims_of[card.name] for api in claim.api}
    return [api for api in record.apis if api in claimed or short(api) in words] if record else []


def opening(title):
    """The name that a card's first line opens with, by its last part: ``nn.Linear(3, 1)`` is ``Linear``."""
    return short("".join(re.findall(r"^``([\w.]+)", title)))


def homes(catalogue):
    """{public name: the one card that a search for it leads to}.

    Of the cards whose first line names it, it is in the module where most first lines open with it, or else most cards use it, and names it as early as can be.
    """
    opens = Counter((module.name, api) for name, (module, card) in catalogue.cards.items() for api in catalogue.names_about[name] if short(api) == opening(card.title))
    used = Counter((module.name, api) for name, (module, _) in catalogue.cards.items() if name in catalogue.card_records
                   for api in catalogue.card_records[name].apis)
    homes = {}
    for place, (name, (module, card)) in enumerate(catalogue.cards.items()):
        starts = {}
        for word in re.finditer(r"\w+(?=[^`]*``)", card.title):
            starts.setdefault(word[0], word.start())
        for api in catalogue.names_about[name]:
            start = starts.get(short(api), LONGEST_TITLE)
            rank = (start == LONGEST_TITLE, -opens[module.name, api], -used[module.name, api], start, place, name)
            homes[api] = min(homes.get(api, rank), rank)
    old = {name for claim in catalogue.claims for name in claim.old}  # these have pages of their own
    return {api: rank[-1] for api, rank in homes.items() if api not in old}


def short_homes(catalogue):
    """{last part of a name: the card that a search for it leads to}; of several names, torch's own comes first."""
    order = sorted(catalogue.home_of, key=lambda api: (not api.startswith("torch."), api.count("."), api))
    return {short(api): catalogue.home_of[api] for api in reversed(order)}


def usage(catalogue):
    """{public name: {"cards": [...], "lessons": [...]}}, as recorded while they ran; the card that is about a name comes first."""
    found = defaultdict(lambda: {"cards": [], "lessons": []})
    for kind, records, known in (("cards", catalogue.card_records, catalogue.cards), ("lessons", catalogue.lesson_records, catalogue.lessons)):
        for name in known:
            for api in records[name].apis if name in records else ():
                found[api][kind].append(name)
    for api, used in found.items():
        used["cards"].sort(key=lambda name: (name != catalogue.home_of.get(api), api not in catalogue.names_about[name]))
    return dict(sorted(found.items()))

"""Makes ``docs/inventories/*.inv``, the addresses of names in the libraries' own documentation: ``python docs/_ext/inventory.py``.

A name comes in when the sources of the documentation list it (``docs/inventories/addresses.yaml``) and the installed package
has it. The files are in Sphinx's own format; ``python -m sphinx.ext.intersphinx docs/inventories/torch.inv`` prints one.
No build runs this: run it after a change of a version or of the lists. ``inventory.py coverage`` says how many of the site's names have an address.
"""

import importlib
import importlib.metadata
import inspect
import json
import sys
from collections import Counter
from pathlib import Path

import yaml
from sphinx.util.inventory import InventoryFile

FOLDER = Path(__file__).parents[1] / "inventories"


def find(name):
    """What the installed packages have under a name; AttributeError where there is nothing."""
    parts = name.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            value = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for part in parts[length:]:
            value = getattr(value, part)
        return value
    raise AttributeError(name)


def shown_members(cls, kind):
    """The public members of a class that its page shows, as autodoc decides it: by docstring, and by whether base classes count."""
    names = dir(cls) if kind == "inherited" else vars(cls) if kind in ("own", "undocumented") else ()
    for name in names:
        member = inspect.getattr_static(cls, name)
        documented = getattr(getattr(cls, name, None), "__doc__", None) or getattr(member, "__doc__", None)
        if not name.startswith("_") and name not in dir(object) and (kind == "undocumented" or documented):
            yield name


def listed(pages):
    """{name: address} of the names that the documentation lists, with the members of classes; and what each name is."""
    addresses, values = {}, {}
    for group in pages:
        for module, words in group["names"].items():
            for word in words.split():
                name = f"{module}.{word}"
                try:
                    value = values[name] = find(name)
                except AttributeError:
                    continue
                page = group["page"].format(name=name)
                addresses[name] = page if "#" in page else f"{page}#{name}"
                if isinstance(value, type) and "#" not in page:
                    for member in shown_members(value, group.get("members")):
                        addresses.setdefault(f"{name}.{member}", f"{page}#{name}.{member}")
    return addresses, values


def with_other_names(addresses, values, modules):
    """The addresses also under the names by which readers know the same objects: ``torch.distributions.Normal`` is documented as ``torch.distributions.normal.Normal``."""
    known = {id(value): name for name, value in values.items() if isinstance(value, type) or callable(value)}
    found = dict(addresses)
    for module in modules:
        for word, value in vars(importlib.import_module(module)).items():
            name = known.get(id(value))
            if name and not word.startswith("_") and name.rpartition(".")[2] == word and f"{module}.{word}" not in found:
                found |= {f"{module}.{word}{key.removeprefix(name)}": address for key, address in addresses.items() if key == name or key.startswith(f"{name}.")}
    return found


def with_inherited(addresses, values):
    """The addresses also of members that a class has from a base class: ``torch.nn.Linear.to`` is documented as ``torch.nn.Module.to``."""
    names, found = {value: name for name, value in reversed(values.items()) if isinstance(value, type)}, dict(addresses)
    for name, cls in [(name, find(name)) for name in addresses if isinstance(find(name), type)]:
        for base in [base for base in cls.__mro__[1:] if base in names]:
            for member in dir(base):
                address = addresses.get(f"{names[base]}.{member}")
                if address and inspect.getattr_static(cls, member) is inspect.getattr_static(base, member):
                    found.setdefault(f"{name}.{member}", address)
    return found


def role(value):
    """What Sphinx calls an object of this kind."""
    return "class" if isinstance(value, type) else "function" if callable(value) else "data"


def make(library, plan):
    """Write one inventory; the number of its names."""
    import sphobjinv

    addresses, values = listed(plan["pages"])
    addresses = with_inherited(with_other_names(addresses, values, plan.get("same", ())), values)
    inventory = sphobjinv.Inventory()
    inventory.project, inventory.version = library, plan["version"]
    for name, address in sorted(addresses.items()):
        inventory.objects.append(sphobjinv.DataObjStr(name=name, domain="py", role=role(find(name)), priority="1", uri=address, dispname="-"))
    sphobjinv.writebytes(FOLDER / f"{library}.inv", sphobjinv.compress(inventory.data_file(contract=True)))
    return len(addresses)


def plans(folder=FOLDER):
    """{library: what ``addresses.yaml`` says of it}"""
    return yaml.safe_load((folder / "addresses.yaml").read_text(encoding="utf-8"))


def load(folder=FOLDER):
    """{name: full address} of all inventories."""
    found = {}
    for library, plan in plans(folder).items():
        inventory = InventoryFile.loads((folder / f"{library}.inv").read_bytes(), uri=plan["address"])
        found |= {name: item.uri for objects in inventory.data.values() for name, item in objects.items()}
    return found


def coverage():
    """Print how many of the names that the last build recorded have an address, by library."""
    names, addresses = json.loads((FOLDER.parents[1] / "build" / "proofs" / "apis.json").read_text(encoding="utf-8")), load()
    for library, used in Counter(name.partition(".")[0] for name in names).items():
        print(f"{library}: {sum(name.startswith(f'{library}.') and name in addresses for name in names)} of {used}")
    print(f"all: {len(names.keys() & addresses.keys())} of {len(names)}")


def make_all():
    """Write all inventories, for the versions that the lists were checked with."""
    for library, plan in plans().items():
        installed = importlib.metadata.version(library).partition("+")[0]
        if installed != plan["version"]:
            sys.exit(f"inventory: expected {library} {plan['version']}, for which addresses.yaml was checked, found {installed}. Check the lists against its documentation, and change the version there.")
        print(f"{library}: {make(library, plan)} names")


if __name__ == "__main__":
    coverage() if sys.argv[1:] == ["coverage"] else make_all()

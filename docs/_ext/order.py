"""Puts the pages of cards into the order in which a learner would ask."""

from refusals import Refusal, read_yaml


class OrderError(Refusal):
    """A reading order that cannot be used."""


def in_reading_order(modules, path):
    """Sort modules of cards as ``docs/order.yaml`` lists them, {area: [modules]}; what it does not name comes after, by name."""
    order = read_yaml(path, dict, OrderError)
    places = {f"{area}.{name}": place for area, names in order.items() for place, name in enumerate(names)}
    areas = list(order)

    def place(module):
        area = module.name.split(".")[0]
        return (areas.index(area) if area in areas else len(areas)), area, places.get(module.name, len(places)), module.name

    return sorted(modules, key=place)

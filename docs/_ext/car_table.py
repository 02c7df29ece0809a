"""The stand-in for the UCI car-evaluation table: all 1,728 combinations of its six attributes, judged by a rule of our own."""

import csv
import io
import itertools

NAME = "car_evaluation.csv"
COLUMNS = {  # column: its values, in the order of the real table
    "price": ["vhigh", "high", "med", "low"],
    "maint": ["vhigh", "high", "med", "low"],
    "doors": ["2", "3", "4", "5more"],
    "persons": ["2", "4", "more"],
    "lug_capacity": ["small", "med", "big"],
    "safety": ["low", "med", "high"],
    "output": ["unacc", "acc", "good", "vgood"],
}


def car_table():
    """The file, as bytes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in itertools.product(*list(COLUMNS.values())[:-1]):
        price, maint, doors, persons, lug, safety = (COLUMNS[column].index(value) for column, value in zip(COLUMNS, row))
        cost, comfort = price + maint, doors + persons + lug
        if safety == 0 or persons == 0 or cost < 1:
            verdict = "unacc"
        elif cost >= 4 and comfort >= 4 and safety == 2:
            verdict = "vgood"
        elif cost >= 4 and comfort >= 3:
            verdict = "good"
        else:
            verdict = "acc" if cost + comfort + 2 * safety >= 7 else "unacc"
        writer.writerow([*row, verdict])
    return text.getvalue().encode()

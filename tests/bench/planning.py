"""Measure what the planner's desk adds, without a window: steps with a scenario, matrix, many scenarios."""

import json
import statistics
import time
from dataclasses import replace

from geodata.bundled import scenarios
from geodata.difference import difference
from geodata.frame import Query
from geodata.frames import framer
from geodata.reading import read
from geodata.scenario import read_scenario, scenario_text

ROUNDS = 5
SCENARIOS = 100


def milliseconds(act):
    """Time one act."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def measure_steps(dataset):
    """Step through all years, plain and with a scenario, a range and a comparison; milliseconds a step."""
    rows = frozenset(row.id for row in dataset.catalog.rows)
    first, *years = range(dataset.catalog.first_year, dataset.catalog.last_year + 1)
    alone = Query(first, rows)
    desk = replace(alone, scenario=scenarios()[0], since=first)
    plain, planned = [], []
    for _round in range(ROUNDS):
        step, both = stepper(dataset, alone), stepper(dataset, alone, desk)
        for warm in (step, both):
            warm(first)
        plain.append(milliseconds(lambda step=step: list(map(step, years))) / len(years))
        planned.append(milliseconds(lambda both=both: list(map(both, years))) / len(years))
    return {"plain_step_ms": plain, "planner_step_ms": planned}


def stepper(dataset, *queries):
    """Give what makes the frames of a year, and what differs between the first and the last."""
    make = framer(dataset)

    def step(year):
        frames = [make(replace(query, year=year)) for query in queries]
        return difference(frames[0], frames[-1]) if len(frames) > 1 else frames[0]

    return step


def measure_matrix(dataset):
    """Make the evidence matrix anew, milliseconds."""
    made = [framer(dataset)(Query(2025, frozenset())) for _round in range(ROUNDS)]
    return {"matrix_ms": [milliseconds(frame.desk.matrix) for frame in made]}


def measure_list():
    """Read a hundred scenario files' texts, milliseconds."""
    first = scenarios()[0]
    texts = [scenario_text(replace(first, id=f"{first.id}-{number}")) for number in range(SCENARIOS)]
    return {"list_ms": [milliseconds(lambda: list(map(read_scenario, texts))) for _round in range(ROUNDS)]}


def main():
    """Measure, and print the figures as one line of JSON."""
    dataset = read().dataset
    found = {**measure_steps(dataset), **measure_matrix(dataset), **measure_list()}
    print(json.dumps({name: statistics.median(took) for name, took in found.items()}), flush=True)


if __name__ == "__main__":
    main()

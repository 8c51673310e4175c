"""Links made-up rows with Splink 5 on DuckDB, to be compared with svod: python3 benches/compare_with_splink.py rows.csv

The model is what somebody who knows Splink would write for this table: levels of likeness for titles, places and texts, equal
days, head counts; trained by expectation maximisation, no truth used. Every threshold is tried and the best F1 is reported,
which flatters it: in the field nobody knows the truth.
"""

import csv
import sys
import time
from collections import defaultdict

import duckdb
import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


def load(path):
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    for column in ["start", "end", "total", "country"]:
        rows[column] = rows[column].where(rows[column] != "", None)
    rows["unique_id"] = rows["unique_id"].astype(int)
    clean = lambda text: " ".join("".join(c if c.isalnum() else " " for c in text.lower().replace("ё", "е")).split())
    for column in ["title", "place", "content", "participants"]:
        rows[column] = rows[column].map(clean)
    rows["title_words"] = rows["title"].map(lambda text: sorted(set(text.split())))
    rows["content_words"] = rows["content"].map(lambda text: sorted(set(text.split())))
    rows["first_word"] = rows["title"].map(lambda text: text.split()[-1] if text else None)
    return rows


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("title", [0.95, 0.88, 0.8]),
            cl.ArrayIntersectAtSizes("title_words", [5, 4, 3, 2, 1]),
            cl.JaroWinklerAtThresholds("place", [0.95, 0.88]),
            cl.ExactMatch("start"),
            cl.ExactMatch("end"),
            cl.ExactMatch("total").configure(term_frequency_adjustments=True),
            cl.ExactMatch("participants").configure(term_frequency_adjustments=True),
            cl.ArrayIntersectAtSizes("content_words", [15, 10, 6, 3]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("start", "place"),
            block_on("start", "total"),
            block_on("title"),
            block_on("end", "first_word"),
        ],
    )


def best(predictions, rows):
    event = dict(zip(rows["unique_id"], rows["event"]))
    sizes = defaultdict(int)
    for one in event.values():
        sizes[one] += 1
    truth = sum(n * (n - 1) // 2 for n in sizes.values())
    pairs = sorted(
        zip(predictions["match_probability"], predictions["unique_id_l"], predictions["unique_id_r"]), reverse=True
    )
    found = wrong = 0
    top = (0.0, 0.0, 0.0, 1.0)
    exact = 0.0
    for probability, left, right in pairs:
        if event[left] == event[right]:
            found += 1
        else:
            wrong += 1
        if wrong == 0:
            exact = found / truth
        precision, recall = found / (found + wrong), found / truth
        f1 = 2 * precision * recall / (precision + recall) if found else 0.0
        top = max(top, (f1, precision, recall, probability))
    return top, exact, found / truth


def main(path):
    rows = load(path)
    begin = time.time()
    linker = Linker(DuckDBAPI().register(rows), settings())
    linker.training.estimate_probability_two_random_records_match([block_on("title", "start")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in [block_on("start", "place"), block_on("title")]:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predictions = linker.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    seconds = time.time() - begin
    (f1, precision, recall, probability), exact, reached = best(predictions, rows)
    print(
        f"{len(rows)} rows: best F1 {f1:.4f} (precision {precision:.4f}, recall {recall:.4f}, from {probability:.4f} on), "
        f"recall without a wrong pair {exact:.4f}, recall of blocking {reached:.4f}, {seconds:.1f} s"
    )


if __name__ == "__main__":
    main(sys.argv[1])

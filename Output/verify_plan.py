#!/usr/bin/env python3
"""Checks a plan and its certificate from the files of its run, without Masthead. Python 3.8 or later, nothing else.

    python3 Output/verify_plan.py Output/<job>/<run>

Reads plan-evidence/problem.json and the three files of numbers beside it (Output/README.md tells what they hold), and
counts anew what each site adds, what is lost without it, whether the needs are met, and the bound that the published
multipliers give. Ends with status 1 if anything differs.
"""
import array
import json
import math
import struct
import sys


def numbers(code, path):
    """All numbers of a file, lowest byte first."""
    values = array.array(code)
    with open(path, "rb") as file:
        values.frombytes(file.read())
    if sys.byteorder == "big":
        values.byteswap()
    return values


class Plan:
    def __init__(self, folder):
        with open(f"{folder}/problem.json", encoding="utf-8") as file:
            self.problem = json.load(file)
        with open(f"{folder}/items.bin", "rb") as file:
            items = list(struct.iter_unpack("<qi", file.read()))
        self.weights = [weight for weight, _ in items]
        self.groups = [group for _, group in items]
        runs = numbers("i", f"{folder}/runs.bin")
        self.prices = numbers("d", f"{folder}/prices.bin")
        self.runs, place = [], 0
        for option in self.problem["options"]:
            end = place + 2 * option["runs"]
            self.runs.append([(runs[k], runs[k + 1]) for k in range(place, end, 2)])
            place = end
        self.group_count = max(self.groups, default=-1) + 1
        self.whole = [0] * self.group_count
        for weight, group in zip(self.weights, self.groups):
            self.whole[group] += weight

    def counts(self, options):
        counts = [0] * len(self.weights)
        for option in options:
            self.add(option, counts)
        return counts

    def add(self, option, counts):
        for first, count in self.runs[option]:
            for item in range(first, first + count):
                counts[item] += 1

    def served(self, counts):
        sums = [0] * self.group_count
        for count, weight, group in zip(counts, self.weights, self.groups):
            if count:
                sums[group] += weight
        return sums

    def amounts(self, counts):
        """Billionths of a person, millimetres of routes, and places served."""
        sums = self.served(counts)
        part = lambda groups: sum(sums[g] for g in groups if g < self.group_count)
        places = sum(1 for g in self.problem["placeGroups"] if g < self.group_count and sums[g] == self.whole[g])
        return part(self.problem["peopleGroups"]), part(self.problem["routeGroups"]), places

    def bound(self):
        """What no plan is better than, by the multipliers."""
        problem = self.problem
        worth = [0.0] * self.group_count
        objective = problem.get("objective")
        for group in objective["groups"] if objective else []:
            worth[group] += 1
        for need, price in zip(problem["requirements"], problem["needPrices"]):
            for group in need["groups"]:
                if group < self.group_count:
                    worth[group] += price
        surplus = math.fsum(
            max(0.0, worth[g] * w - u) for w, g, u in zip(self.weights, self.groups, self.prices))
        needs = math.fsum(n["need"] * p for n, p in zip(problem["requirements"], problem["needPrices"]))
        price = problem["budgetPrice"] if objective else 1.0
        pinned, free = [0.0] * len(problem["sites"]), [0.0] * len(problem["sites"])
        is_open = [False] * len(problem["sites"])
        for option, runs in zip(problem["options"], self.runs):
            value = math.fsum(math.fsum(self.prices[f:f + n]) for f, n in runs) - price * option["cost"]
            if option["isPinned"]:
                pinned[option["site"]] += value
                is_open[option["site"]] = True
            else:
                free[option["site"]] += max(0.0, value)
        sites = math.fsum(
            p - price * c + f if o else max(0.0, f - price * c)
            for p, f, o, c in zip(pinned, free, is_open, problem["sites"]))
        if objective:
            return surplus - needs + sites + price * problem["budget"]
        return needs - surplus - sites


def stated(amounts):
    return amounts["people"]["billionths"], amounts["routeMillimetres"], amounts["places"]


def main():
    try:
        plan = Plan(f"{sys.argv[1]}/plan-evidence")
    except OSError as error:
        print(f"{error.filename}: {error.strerror}. Name the folder of a run with a plan.", file=sys.stderr)
        return 66
    if plan.problem["format"] != 2:
        print(f"the evidence has format {plan.problem['format']}, not 2. Make the plan again.", file=sys.stderr)
        return 65
    problem, failures = plan.problem, 0

    def tell(what, agrees, detail=""):
        nonlocal failures
        failures += not agrees
        print(f"{'agrees ' if agrees else 'DIFFERS'}  {what}  {detail}")

    sums = plan.served(plan.counts(problem["chosen"]))
    for need, said in zip(problem["requirements"], problem["served"]):
        served = sum(sums[g] for g in need["groups"] if g < plan.group_count)
        met = "met" if served >= need["need"] else "not met, as the plan says"
        tell(f"need of {need['id']}", served == said, f"{served} of {need['need']}, {met}")
    counts, earlier = plan.counts(problem["standing"]), failures
    before = plan.amounts(counts)
    for step in problem["steps"]:
        for option in step["options"]:
            plan.add(option, counts)
        after = plan.amounts(counts)
        gain = tuple(a - b for a, b in zip(after, before))
        if gain != stated(step["gain"]):
            tell(f"gain of {step['id']}", False, f"{gain} and not {stated(step['gain'])}")
        before = after
    everything = problem["standing"] + [o for step in problem["steps"] for o in step["options"]]
    for step in problem["steps"]:
        rest = plan.amounts(plan.counts([o for o in everything if o not in step["options"]]))
        loss = tuple(a - b for a, b in zip(before, rest))
        if loss != stated(step["loss"]):
            tell(f"loss without {step['id']}", False, f"{loss} and not {stated(step['loss'])}")
    tell("gains and losses", failures == earlier, f"of {len(problem['steps'])} sites, to the billionth of a person")
    bound, value = plan.bound(), problem["value"]
    signs = all(p >= 0 for p in problem["needPrices"]) and problem["budgetPrice"] >= 0 and min(plan.prices, default=0) >= 0
    tell("multipliers", signs, "none is below zero")
    tell("bound", math.isclose(bound, problem["bound"], rel_tol=1e-9, abs_tol=1e-6 * abs(value)), f"{bound}")
    if problem.get("objective"):
        tell("certificate", value <= bound * (1 + 1e-9), f"the plan serves {value}, and none serves more than {bound}")
    else:
        tell("certificate", value >= bound * (1 - 1e-9), f"the plan costs {value}, and none costs less than {bound}")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        sys.exit(__doc__)
    sys.exit(main())

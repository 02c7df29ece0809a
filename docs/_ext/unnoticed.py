"""Which places of a lesson no check could notice a change in: what draws or prints, the checks themselves, chance and time."""

import ast

CALLS = ("print", "assert_close", "manual_seed", "no_grad", "perf_counter", "set_num_threads")  # what is shown, the checks, chance, time
ARGUMENTS = ("seed", "random_state", "strict", "check", "timeout", "download", "ignore_cleanup_errors", "min_run_time")  # chance, guards, time
SWAPS = ("float", "double", "rand", "randn")  # the sibling only has more digits, or another chance
AXES = {"ax", "axes", "left", "right"}  # what lessons call a part of a figure, in a loop over several


def root_and_name(node):
    """The first and the last part of what is called: ``("plt", "show")`` for ``plt.show()``."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    while not isinstance(node, ast.Name):
        node = next((getattr(node, part) for part in ("func", "value") if hasattr(node, part)), None)
        if node is None:
            return "", name
    return node.id, name


def draws(node, drawing, found=()):
    """Whether a statement only draws: with pyplot, or with what a drawing statement made."""
    if isinstance(node, ast.FunctionDef):
        return any(draws(part, drawing | AXES) for part in node.body) and not any(isinstance(part, ast.Return) for part in ast.walk(node))
    if isinstance(node, (ast.Expr, ast.Assign)) and isinstance(node.value, ast.Call) and root_and_name(node.value)[0] in drawing:
        return True
    if isinstance(node, (ast.For, ast.With, ast.If)):
        drawn = [draws(part, drawing, found) for part in node.body]
        return any(drawn) and all(does or prints(part) for does, part in zip(drawn, node.body))
    return node in found


def prints(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and root_and_name(node.value)[1] == "print"


def names_in(nodes, context):
    return {part.id for part in nodes if isinstance(part, ast.Name) and isinstance(part.ctx, context)}


def looks(tree):
    """The statements that only draw, and those that only make what is drawn."""
    found, drawing, before = set(), {"plt"}, -1
    while len(found) + len(drawing) > before:
        before = len(found) + len(drawing)
        inside = {part for node in found for part in ast.walk(node)}
        drawn, elsewhere = names_in(inside, ast.Load), names_in(set(ast.walk(tree)) - inside, ast.Load)
        for node in (node for node in ast.walk(tree) if isinstance(node, ast.stmt)):
            names = names_in([part for target in getattr(node, "targets", []) for part in ast.walk(target)], ast.Store)
            if draws(node, drawing, found):
                found.add(node)
                drawing |= names | ({node.name} if isinstance(node, ast.FunctionDef) else set())
            elif names and names <= drawn - elsewhere and isinstance(node, ast.Assign):
                found.add(node)
            elif isinstance(node, ast.For) and names_in(ast.walk(node.iter), ast.Load) & drawing:
                drawing |= names_in(ast.walk(node.target), ast.Store) & AXES
    return found


def places(tree):
    """The places, [((line, column), (line, column))], of a lesson in which no check could notice a change."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Assert) or isinstance(node, ast.Call) and root_and_name(node)[1] in CALLS
             or isinstance(node, ast.keyword) and node.arg in ARGUMENTS]
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        given = zip(reversed(function.args.args), reversed(function.args.defaults))
        nodes += [value for argument, value in given if argument.arg in ARGUMENTS]
    swaps = [(node, len(name)) for node in ast.walk(tree) for name in [getattr(node, "attr", getattr(node, "id", ""))] if name in SWAPS]
    return [*(((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)) for node in [*nodes, *looks(tree)]),
            *(((node.end_lineno, node.end_col_offset - length), (node.end_lineno, node.end_col_offset)) for node, length in swaps)]

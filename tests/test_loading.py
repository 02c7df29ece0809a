"""No card and no lesson loads a file in a way that can run code, but for those that show what that means."""

import ast
import doctest
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
LOADERS = ("load", "loads", "Unpickler", "open")
# Where it is done on purpose, and why. A lesson by its file, a card by its file and name.
ALLOWED = {
    "gallery/04_training/06_checkpoints.py": "shows that such a file calls a function that it names",
    "snippets/serialization/files.py:whole_model": "shows what it takes to load a whole model",
    "snippets/serialization/files.py:class_needed": "shows that a whole model cannot be loaded without its class",
    "snippets/serialization/loading.py:code_in_a_file": "shows that a file runs code while it loads",
    "snippets/serialization/loading.py:not_picklable": "shows what of a whole model cannot be pickled",
    "snippets/text/pipeline.py:tokenizer": "loads what the same line pickled, to show that it can be pickled",
}


def code_of(path):
    """[(place, tree)]: a lesson as it is; of a module of cards each card's body and examples, but for those that are no Python on purpose."""
    name, tree = path.relative_to(REPOSITORY).as_posix(), ast.parse(path.read_text(encoding="utf-8"))
    if name.startswith("gallery/"):
        return [(name, tree)]
    found = []
    for card in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        examples = doctest.DocTestParser().get_examples(ast.get_docstring(card) or "")
        code = "".join(example.source for example in examples if "SyntaxError" not in (example.exc_msg or ""))
        found += [(f"{name}:{card.name}", part) for part in (ast.parse(code), card)]
    return found


def unsafe(tree):
    """What in a tree may run code of the file that it loads."""
    dictionaries = {node.targets[0].id: node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
                    and isinstance(node.value, ast.Dict)}
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        options = {}
        for keyword in call.keywords:
            passed = dictionaries.get(getattr(keyword.value, "id", None)) if keyword.arg is None else None
            options |= {getattr(key, "value", None): ast.unparse(value) for key, value in zip(passed.keys, passed.values)} if passed else {keyword.arg: ast.unparse(keyword.value)}
        written = ast.unparse(call.func)
        package, _, function = written.partition(".")
        default = "False" if function.endswith(("load_state_dict_from_url", "load_url")) or written in ("load_state_dict_from_url", "load_url") else "True"
        if options.get("weights_only", default) != "True":
            yield f"{written} with weights_only={options.get('weights_only', default)}"
        elif package in ("pickle", "dill", "joblib", "marshal", "shelve") and function in LOADERS or options.get("allow_pickle", "False") != "False" or function == "read_pickle":
            yield written


def test_files_are_loaded_without_running_code_but_where_that_is_the_subject():
    found = {}
    for path in sorted(path for folder in ("gallery", "snippets") for path in (REPOSITORY / folder).rglob("*.py")):
        for place, tree in code_of(path):
            found |= {place: calls for calls in [list(unsafe(tree))] if calls}
    assert {place: calls for place, calls in found.items() if place not in ALLOWED} == {}
    assert ALLOWED.keys() - found.keys() == set(), "these load nothing unsafely any more: remove them from the list"


def test_each_way_to_run_code_is_noticed():
    bad = ["torch.load(f, weights_only=False)", "torch.load(f, weights_only=trusted)", "pickle.load(f)", "pickle.Unpickler(f).load()", "np.load(f, allow_pickle=True)",
           "pd.read_pickle(f)", "joblib.load(f)", "torch.hub.load_state_dict_from_url(a)", "o = {'weights_only': False}\ntorch.load(f, **o)", "o = {'a': 1}\nload_url(a, **o)"]
    good = ["torch.load(f)", "torch.load(f, weights_only=True)", "np.load(f)", "pickle.dumps(x)", "o = {'weights_only': True}\nload_url(a, **o)", "onnx.load(f)"]
    assert [code for code in bad if not list(unsafe(ast.parse(code)))] == []
    assert [code for code in good if list(unsafe(ast.parse(code)))] == []

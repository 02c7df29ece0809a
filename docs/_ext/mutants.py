"""Makes mutants of examples: small wrong changes, one at a time, that a good example notices.

Four kinds. *output*: a digit, sign or dtype of an expected output changes. *deletion*: an expected output is removed.
*code*: a number, ``True``, an operator or a function changes, or a statement is dropped. *sabotage*: the function that the
card is about returns a wrong result.
"""

import ast
import io
import re
import sys
import tokenize

import torch
from api_usage import short
from calls import called_by_reader, name_asked_for
from torch.overrides import TorchFunctionMode

# A function and the sibling that takes its place. Pairs that often do the same thing (view and reshape) prove nothing and are left out.
SIBLINGS = dict(pair.split(":") for pair in """
sum:mean mean:sum prod:sum max:min min:max amax:amin amin:amax argmax:argmin argmin:argmax std:var var:std sort:argsort argsort:sort any:all all:any
cumsum:cumprod cumprod:cumsum maximum:minimum minimum:maximum cat:stack stack:cat hstack:vstack vstack:hstack split:chunk chunk:split
squeeze:unsqueeze unsqueeze:squeeze expand:repeat repeat:expand zeros:ones ones:zeros zeros_like:ones_like ones_like:zeros_like rand:randn
randn:rand eye:ones arange:linspace linspace:logspace clone:detach detach:clone add:sub sub:add mul:div div:mul mul_:div_ add_:sub_ sub_:add_
zero_:fill_ exp:log log:exp log2:log10 log10:log2 sin:cos cos:sin abs:neg sqrt:square floor:ceil ceil:floor round:trunc trunc:round eq:ne ne:eq
gt:lt lt:gt ge:le le:ge logical_and:logical_or logical_or:logical_and matmul:mul mm:mul dot:outer float:double double:float long:int int:long
float32:float64 float64:float32 float16:float32 bfloat16:float32 int64:int32 int32:int64 numel:dim ndim:numel no_grad:enable_grad
is_leaf:requires_grad requires_grad:is_leaf sigmoid:tanh tanh:sigmoid relu:sigmoid softmax:log_softmax log_softmax:softmax triu:tril tril:triu
roll:flip values:indices indices:values isnan:isinf isinf:isnan scatter:gather gather:scatter backward:detach eval:train train:eval
""".split())
OPERATORS = {"+": "-", "-": "+", "*": "+", "/": "*", "//": "/", "**": "*", "@": "*", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
             "&": "|", "|": "&", "+=": "-=", "-=": "+=", "*=": "+=", "/=": "*="}
OPERAND_ENDS = (")", "]")
NO_OPERAND = ("return", "in", "if", "else", "print", "and", "or", "not")


def replacement(before, token, after):
    """What takes the place of a token, or None. ``before`` and ``after`` are the tokens around it."""
    if token.type == tokenize.NUMBER:
        return repr(ast.literal_eval(token.string) + 1)
    if token.string in ("True", "False"):
        return str(token.string == "False")
    if token.type == tokenize.NAME and token.string in SIBLINGS:
        method = before is not None and before.string == "."
        called = after is not None and after.string == "(" and not (before is not None and before.string == "def")
        return SIBLINGS[token.string] if method or called else None
    if token.type == tokenize.OP and token.string in OPERATORS:
        binary = before is not None and (before.string in OPERAND_ENDS or before.type == tokenize.NUMBER
                                         or (before.type == tokenize.NAME and before.string not in NO_OPERAND))
        return OPERATORS[token.string] if binary else "" if token.string == "-" else None
    return None


def changed_code(source, wanted=lambda place: True):
    """Yield (what changed, changed source) for every single change of a piece of Python, at the places, (line, column), that are wanted."""
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    lines = source.splitlines(keepends=True)
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None]):
        new = replacement(before, token, after)
        if new is not None and wanted(token.start):
            (row, start), (_, end) = token.start, token.end
            line = lines[row - 1]
            yield f"{line.strip()} [{token.string} at column {start} becomes {new or 'nothing'}]", "".join(
                [*lines[:row - 1], line[:start] + new + line[end:], *lines[row:]])


OUTPUT_CHANGES = {"-": "", "True": "False", "False": "True", "float16": "float32", "float32": "float64", "float64": "float32"}


def changed_output(want):
    """Yield (what changed, changed output): every digit, every sign, every truth value, every dtype."""
    for found in re.finditer(r"float(?:16|32|64)|\d|(?<![\w.])-(?=\d)|True|False", want):
        new = OUTPUT_CHANGES[found[0]] if found[0] in OUTPUT_CHANGES else str((int(found[0]) + 1) % 10)
        changed = want[:found.start()] + new + want[found.end():]
        yield f"output becomes {changed.splitlines()[want[:found.start()].count(chr(10))].strip()}", changed


def wrong(value):
    """A subtly wrong result: numbers a little off, truth values turned round, sizes one longer. Anything else comes back as it is."""
    if isinstance(value, torch.Tensor):
        with torch.no_grad():
            if value.dtype == torch.bool:
                return value.logical_not()
            return value + (0.01 if value.is_floating_point() or value.is_complex() else 1)
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    if isinstance(value, torch.Size):
        return torch.Size([*value[:-1], value[-1] + 1]) if value else torch.Size([1])
    if isinstance(value, (tuple, list)) and value:  # torch.return_types.max is a tuple too
        return type(value)([wrong(value[0]), *value[1:]])
    return value


class Sabotage(TorchFunctionMode):
    """While it is on, the functions called ``names`` (last parts) return wrong results to the reader's own code."""

    def __init__(self, names):
        super().__init__()
        self.names, self.reached = names, False

    def __torch_function__(self, function, types, args=(), kwargs=None):
        result = function(*args, **(kwargs or {}))
        if short(name_asked_for(function)) not in self.names or not called_by_reader(sys._getframe(1), function.__name__):
            return result
        spoiled = wrong(result)
        if spoiled is not result:
            self.reached = True
            if any(result is argument for argument in args) and isinstance(result, torch.Tensor):  # an operation in place
                with torch.no_grad():
                    result.copy_(spoiled)
                return result
        return spoiled

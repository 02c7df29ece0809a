"""Compiles the statements of a card or a lesson with a note around every name that they call and every attribute that they read.

``torch.cat(parts)`` becomes ``note(torch.cat, torch, "cat")(parts)``; the note returns its first argument. ``calls`` provides it.
"""

import ast
import codeop

NOTE = "__proven_note__"


class Notes(ast.NodeTransformer):
    """Puts a call of the note around names and attributes in the statements of a module, and leaves function bodies alone."""

    def noted(self, node, *written):
        return ast.copy_location(ast.Call(ast.Name(NOTE, ast.Load()), [node, *written], []), node)

    def visit_Attribute(self, node):
        path, root = [], node
        while isinstance(root, ast.Attribute):
            path, root = [root.attr, *path], root.value
        written = [ast.Name(root.id, ast.Load()), ast.Constant(".".join(path))] if isinstance(root, ast.Name) else []
        self.generic_visit(node)
        return self.noted(node, *written) if isinstance(node.ctx, ast.Load) else node

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id not in ("super", "locals", "globals", "vars", "dir", "eval", "exec"):
            node.func = self.noted(node.func)
        return node

    def visit_FunctionDef(self, node):
        node.decorator_list = [self.visit(decorator) for decorator in node.decorator_list]
        return node

    def visit_ClassDef(self, node):
        self.generic_visit(node)
        node.bases = [self.noted(base) if isinstance(base, ast.Name) else base for base in node.bases]
        return node

    def visit_Lambda(self, node):
        return node

    visit_AsyncFunctionDef = visit_FunctionDef


def compile_noted(source, filename, mode, flags=0, *rest):
    """``compile``, with notes. ``source`` is text or a tree."""
    if not isinstance(source, ast.AST):
        source = compile(source, filename, mode, flags | ast.PyCF_ONLY_AST, *rest)
    return compile(ast.fix_missing_locations(Notes().visit(source)), filename, mode, flags, *rest)


class NotingCompile(codeop.Compile):
    """What Sphinx-Gallery compiles the cells of a lesson with."""

    def __call__(self, source, filename, symbol, *rest, **options):
        return compile_noted(source, filename, symbol)

"""Works out a calculation that stands in a text: [(9.8-10.2)/10.2]×100%."""

from __future__ import annotations

import ast
from decimal import Decimal, DivisionByZero, InvalidOperation

_SIGNS = str.maketrans("×÷（）[]【】", "*/()()()")
_MOST = 80  # characters: a longer run of digits and signs is no calculation anybody wrote by hand (our choice)


def value_of(text: str) -> Decimal | None:
    """The value of an expression of plain numbers, percentages and + - × ÷ ( ), or None where it is none."""
    if len(text) > _MOST:
        return None
    try:
        tree = ast.parse(text.translate(_SIGNS).replace(" ", "").replace("%", "/100"), mode="eval")
        return _value(tree.body)
    except (SyntaxError, ValueError, InvalidOperation, DivisionByZero):
        return None


def _value(node: ast.expr) -> Decimal:
    match node:
        case ast.Constant(value=int() | float()):
            return Decimal(str(node.value))
        case ast.UnaryOp(op=ast.USub()):
            return -_value(node.operand)
        case ast.BinOp(op=ast.Add()):
            return _value(node.left) + _value(node.right)
        case ast.BinOp(op=ast.Sub()):
            return _value(node.left) - _value(node.right)
        case ast.BinOp(op=ast.Mult()):
            return _value(node.left) * _value(node.right)
        case ast.BinOp(op=ast.Div()):
            return _value(node.left) / _value(node.right)
    raise ValueError("not a calculation")

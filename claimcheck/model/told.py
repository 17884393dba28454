"""What a value of the model says of itself in a console."""


class Told:
    """Something that tells its fields by name, as `repr` of an attrs class does.

    One function for all classes: the code that attrs writes for each took a third of the time to make the class.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        told = []
        for field in type(self).__attrs_attrs__:  # type: ignore[attr-defined]  # a tuple of attrs.Attribute
            if field.repr:
                shown = field.repr if callable(field.repr) else repr
                told.append(f"{field.name}={shown(getattr(self, field.name))}")
        return f"{type(self).__qualname__}({', '.join(told)})"

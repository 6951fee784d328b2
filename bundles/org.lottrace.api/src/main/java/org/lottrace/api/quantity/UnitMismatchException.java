package org.lottrace.api.quantity;

/** Two quantities of different units were to be added or compared, or an item has no factor for a unit. */
public final class UnitMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient UnitOfMeasure expected;
    private final transient UnitOfMeasure actual;

    /**
     * @param expected the unit that was needed
     * @param actual the unit that was given
     */
    public UnitMismatchException(UnitOfMeasure expected, UnitOfMeasure actual) {
        super("unit " + actual + " where " + expected + " is needed");
        this.expected = expected;
        this.actual = actual;
    }

    /** @return the unit that was needed */
    public UnitOfMeasure expected() {
        return expected;
    }

    /** @return the unit that was given */
    public UnitOfMeasure actual() {
        return actual;
    }
}

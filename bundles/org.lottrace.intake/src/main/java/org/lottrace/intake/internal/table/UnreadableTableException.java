package org.lottrace.intake.internal.table;

/** A file is no table, or beyond the limits: nothing can be said about its rows. */
public final class UnreadableTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int row;

    /** @param row where it was found out; 0 when no row is meant */
    public UnreadableTableException(String code, int row, String message) {
        super(message);
        this.code = code;
        this.row = row;
    }

    public String code() {
        return code;
    }

    public int row() {
        return row;
    }
}

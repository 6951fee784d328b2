package org.lottrace.rest.internal.page;

/** How many rows of a list are asked for. */
public record Limit(int rows) {
    /** As annotations need it. */
    public static final String USUAL = "100";

    public static final int MOST = 1_000;
    public static final String RANGE = "1 to " + MOST;

    /** @throws IllegalArgumentException if it is none, or too many */
    public static Limit of(String text) {
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException("a limit is a number of rows, " + RANGE + ", not \"" + text + "\"");
        }
        return new Limit(Integer.parseInt(text));
    }

    /** @return one more: whether it comes says whether there are more */
    public int andOne() {
        return rows + 1;
    }

    /** @return as many, or as many as are given at a time when one more is asked for than is shown */
    public Limit within(int most) {
        return new Limit(Math.min(rows, most - 1));
    }

    @Override
    public String toString() {
        return String.valueOf(rows);
    }
}

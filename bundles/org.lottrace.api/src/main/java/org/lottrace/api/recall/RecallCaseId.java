package org.lottrace.api.recall;

import java.util.regex.Pattern;
import org.lottrace.api.id.InvalidIdentifierException;

/**
 * Number of a recall case, such as {@code R-000017}.
 *
 * @param value {@code R-} and six or more digits
 */
public record RecallCaseId(String value) implements Comparable<RecallCaseId> {
    private static final Pattern FORMAT = Pattern.compile("R-\\d{6,12}");

    /** @throws InvalidIdentifierException if {@code value} breaks the format */
    public RecallCaseId {
        if (!FORMAT.matcher(value).matches()) {
            throw new InvalidIdentifierException("recall case (R- and six digits)", value);
        }
    }

    /** @return the id of the case with that number, 1 or more */
    public static RecallCaseId of(long number) {
        return new RecallCaseId(String.format("R-%06d", number));
    }

    @Override
    public int compareTo(RecallCaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.lottrace.api.event;

import java.util.regex.Pattern;
import org.lottrace.api.id.InvalidIdentifierException;

/**
 * The place of a movement in the ledger, by which a list of movements goes on. As a text: {@code 4711-3}.
 *
 * @param position of the event, 1 or more
 * @param line of the event, from 1; 0 is before the first one
 */
public record MovementPlace(long position, int line) {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}-[0-9]{1,9}");

    public MovementPlace {
        if (position < 0 || line < 0) {
            throw new InvalidIdentifierException("place of a movement", position + "-" + line);
        }
    }

    /**
     * @param text as {@link #toString()} gives it
     * @throws InvalidIdentifierException if it is no such text
     */
    public static MovementPlace parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidIdentifierException("place of a movement", text);
        }
        String[] parts = text.split("-");
        return new MovementPlace(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return position + "-" + line;
    }
}

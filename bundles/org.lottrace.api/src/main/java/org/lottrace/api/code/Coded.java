package org.lottrace.api.code;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A constant that is stored, hashed or exported. Its code is what is written; the name of the constant is Java's business
 * and may change, the code never does.
 */
public interface Coded {
    /** @return the code as it is written: 1 to 20 characters, never changed once it was written anywhere */
    String code();

    /**
     * The constant that was written with that code.
     *
     * @throws IllegalArgumentException if there is none, with the codes that there are
     */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        for (E constant : type.getEnumConstants()) { // each row that is read asks for some
            if (constant.code().equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + code + "\" is no " + type.getSimpleName() + "; known are "
                + Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", ")));
    }
}

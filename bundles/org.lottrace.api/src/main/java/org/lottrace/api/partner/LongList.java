package org.lottrace.api.partner;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * An immutable list too long for memory: each element is made whenever it is asked for, of what is there anyhow, such as the bytes of
 * a file. Who goes through it holds one element after the other and never all of them.
 *
 * @param <T> what it holds, never {@code null}
 */
public final class LongList<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<? extends T> elements;

    private LongList(int size, IntFunction<? extends T> elements) {
        this.size = size;
        this.elements = elements;
    }

    /**
     * @param elements makes the element with that index, 0 for the first; each time an equal one
     * @return a list of that size
     */
    public static <T> List<T> of(int size, IntFunction<? extends T> elements) {
        return new LongList<>(size, elements);
    }

    /** @return the list itself when it is a long one, else an immutable copy */
    public static <T> List<T> copyOf(List<T> given) {
        return given instanceof LongList ? given : List.copyOf(given);
    }

    /** @throws IndexOutOfBoundsException if there is none with that index */
    @Override
    public T get(int index) {
        return elements.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}

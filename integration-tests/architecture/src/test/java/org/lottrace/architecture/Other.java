package org.lottrace.architecture;

/** A type of {@link Before} with another result. */
public final class Other {
    private Other() {}

    public interface Service {
        int name();
    }
}

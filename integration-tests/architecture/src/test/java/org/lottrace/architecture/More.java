package org.lottrace.architecture;

import org.osgi.annotation.versioning.ConsumerType;

/** The types of {@link Before} with something more. */
public final class More {
    private More() {}

    public interface Service {
        String name();

        int weigh(String what);
    }

    @ConsumerType
    public interface Listener {
        void heard();

        void forgotten();
    }

    public record Value(String text, String more) {}

    public enum Kind {
        FIRST,
        SECOND
    }
}

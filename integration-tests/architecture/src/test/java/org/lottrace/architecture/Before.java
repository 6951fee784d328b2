package org.lottrace.architecture;

import org.osgi.annotation.versioning.ConsumerType;

/** Types before a change, for {@link ApiBaselineTest}. */
public final class Before {
    private Before() {}

    public interface Service {
        String name();
    }

    @ConsumerType
    public interface Listener {
        void heard();
    }

    public record Value(String text) {}

    public enum Kind {
        FIRST
    }
}

package org.lottrace.api.movement;

import org.lottrace.api.code.Coded;

/** What becomes of a sample. */
public enum SampleFate implements Coded {
    /** It was or will be used up by the test. */
    USED("USED"),
    /** It is kept, to be looked at again; it is no stock any more. */
    RETAINED("RETAINED");

    private final String code;

    SampleFate(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

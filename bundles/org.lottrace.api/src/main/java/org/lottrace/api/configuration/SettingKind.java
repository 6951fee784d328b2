package org.lottrace.api.configuration;

import org.lottrace.api.code.Coded;

/** What the values of a setting are. */
public enum SettingKind implements Coded {
    /** Any text. */
    TEXT("text"),
    /** A number; decimals have a point. */
    NUMBER("number"),
    /** {@code true} or {@code false}. */
    YES_NO("yes-no"),
    /** A text that nobody is shown. */
    SECRET("secret");

    private final String code;

    SettingKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}

package org.lottrace.configuration.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.configuration.Configurations;
import org.lottrace.api.configuration.Setting;
import org.lottrace.api.configuration.SettingKind;
import org.lottrace.api.violation.Violation;

/** What a setting may be set to, as far as it is the same for all parts, and what the audit log is told of it. */
final class SettingRules {
    private SettingRules() {}

    static Optional<Violation> against(Setting setting, String value) {
        if (!setting.isChangeable()) {
            return Optional.of(new Violation(
                    Configurations.SETTING_NOT_CHANGEABLE,
                    "key",
                    setting.key() + " is a list: change it in the file of its part, in etc"));
        }
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!setting.choices().isEmpty() && !setting.choices().contains(value)) {
            return wrong(setting, value, "one of " + String.join(", ", setting.choices()));
        }
        return switch (setting.kind()) {
            case NUMBER ->
                value.matches("-?[0-9]{1,18}([.][0-9]{1,9})?") ? Optional.empty() : wrong(setting, value, "a number");
            case YES_NO ->
                List.of("true", "false").contains(value) ? Optional.empty() : wrong(setting, value, "true or false");
            // a line more would be a setting more in the file
            case TEXT, SECRET -> text(setting, value);
        };
    }

    private static Optional<Violation> text(Setting setting, String value) {
        String key = setting.key();
        if (value.chars().anyMatch(Character::isISOControl)) {
            return invalid(key + " is one line of text");
        }
        if (!value.equals(value.strip())) {
            return invalid(key + " begins or ends with a space: leave it out");
        }
        // the file would have what the variable says
        return value.contains("${")
                ? invalid(
                        key + " has ${ in it, the beginning of a variable: write that in the file of its part, in etc")
                : Optional.empty();
    }

    private static Optional<Violation> invalid(String message) {
        return Optional.of(new Violation(Configurations.SETTING_VALUE_INVALID, "value", message));
    }

    private static Optional<Violation> wrong(Setting setting, String value, String instead) {
        return Optional.of(new Violation(
                Configurations.SETTING_VALUE_INVALID,
                "value",
                setting.key() + " is " + instead + ", not \"" + value + "\""));
    }

    /** @param why what the part says, which may hold the value: nothing of it is told of a secret */
    static Violation notTaken(Setting setting, String part, String why) {
        return new Violation(
                Configurations.SETTING_VALUE_INVALID,
                "value",
                part + " does not work with it, so it is as it was before: "
                        + (setting.kind() == SettingKind.SECRET ? "the log says why" : why));
    }

    /** Secrets are never told. */
    static String told(Setting setting, String value) {
        if (setting.kind() == SettingKind.SECRET) {
            return setting.key() + (value.isEmpty() ? " was taken away" : " was set anew");
        }
        String before = setting.isSet() ? quoted(setting.values()) : "its default " + quoted(setting.defaults());
        String now = value.isEmpty() ? "its default " + quoted(setting.defaults()) : quoted(List.of(value));
        return setting.key() + " was " + before + ", is " + now;
    }

    private static String quoted(List<String> values) {
        return '"' + String.join(", ", values) + '"';
    }
}

package org.lottrace.api.configuration;

import java.util.List;
import java.util.Objects;

/**
 * One thing that can be set.
 *
 * @param key its name in the file of its part
 * @param name for people; its key when it has no other
 * @param description what it does, with its unit
 * @param kind what its values are
 * @param defaults what holds when nothing is set; more than one for a list; none for a secret
 * @param values what holds now; none for a secret
 * @param isSet whether it is set, whatever to
 * @param isChangeable whether {@link Configurations#change} takes it: a list is changed in its file
 * @param choices all that it can be; empty: whatever is of its kind
 */
public record Setting(
        String key,
        String name,
        String description,
        SettingKind kind,
        List<String> defaults,
        List<String> values,
        boolean isSet,
        boolean isChangeable,
        List<String> choices) {
    /** @throws IllegalArgumentException if it would tell a secret */
    public Setting {
        Objects.requireNonNull(key);
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        defaults = List.copyOf(defaults);
        values = List.copyOf(values);
        choices = List.copyOf(choices);
        if (kind == SettingKind.SECRET && !(defaults.isEmpty() && values.isEmpty())) {
            throw new IllegalArgumentException("the value of " + key + " is secret");
        }
    }
}

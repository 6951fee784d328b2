package org.lottrace.configuration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.configuration.Setting;
import org.lottrace.api.configuration.SettingKind;

class SettingRulesTest {
    @ParameterizedTest
    @CsvSource({
        "NUMBER, 7, ''",
        "NUMBER, -0.5, ''",
        "NUMBER, seven, SETTING_VALUE_INVALID",
        "NUMBER, 1e3, SETTING_VALUE_INVALID",
        "YES_NO, true, ''",
        "YES_NO, yes, SETTING_VALUE_INVALID",
        "TEXT, 'any text', ''",
        "TEXT, 'C:\\in', ''",
        "TEXT, ' x', SETTING_VALUE_INVALID",
        "TEXT, '${env:X}', SETTING_VALUE_INVALID",
        "NUMBER, '', ''"
    })
    void a_value_fits_its_kind_or_is_refused(SettingKind kind, String value, String code) {
        assertEquals(
                code,
                SettingRules.against(setting(kind, true, List.of()), value)
                        .map(violation -> violation.code())
                        .orElse(""));
    }

    /** A line more would be a setting more in the file. */
    @Test
    void a_text_is_one_line() {
        assertEquals(
                "SETTING_VALUE_INVALID",
                SettingRules.against(setting(SettingKind.TEXT, true, List.of()), "a\nb = c")
                        .orElseThrow()
                        .code());
    }

    @Test
    void only_a_choice_is_taken_where_there_are_choices_and_a_list_is_changed_in_its_file() {
        assertEquals(
                "k is one of a, b, not \"c\"",
                SettingRules.against(setting(SettingKind.TEXT, true, List.of("a", "b")), "c")
                        .orElseThrow()
                        .message());
        assertEquals(
                "SETTING_NOT_CHANGEABLE",
                SettingRules.against(setting(SettingKind.TEXT, false, List.of()), "c")
                        .orElseThrow()
                        .code());
    }

    @Test
    void the_audit_log_is_told_what_was_and_is_and_never_a_secret() {
        assertEquals("k was \"1\", is \"2\"", SettingRules.told(setting(SettingKind.NUMBER, true, List.of()), "2"));
        Setting secret = new Setting(
                "password", "password", "", SettingKind.SECRET, List.of(), List.of(), true, true, List.of());
        assertFalse(SettingRules.told(secret, "hunter2").contains("hunter2"));
    }

    private static Setting setting(SettingKind kind, boolean isChangeable, List<String> choices) {
        return new Setting("k", "k", "", kind, List.of("0"), List.of("1"), true, isChangeable, choices);
    }
}

package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LotNumber;

class NumberTemplatePropertyTest {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./_abcxyz";

    @Property
    void reads_back_every_number_it_writes(
            @ForAll("templates") String text,
            @ForAll("values") Map<TemplateField, String> values,
            @ForAll @IntRange(min = 1, max = 999) int sequence) {
        NumberTemplate template = NumberTemplate.of(text);

        template.render(values, sequence)
                .ifPresent(number -> template.decode(number).forEach((field, decoded) -> {
                    if (values.containsKey(field)) {
                        assertEquals(values.get(field), decoded, number + " " + field);
                    } else if (field == TemplateField.SEQUENCE) {
                        assertEquals(sequence, Integer.parseInt(decoded), number.value());
                    }
                }));
    }

    @Property(tries = 50)
    void finds_every_single_wrong_character_and_every_swap_of_neighbours(
            @ForAll("checked") String text,
            @ForAll("values") Map<TemplateField, String> values,
            @ForAll @IntRange(min = 1, max = 999) int sequence) {
        NumberTemplate template = NumberTemplate.of(text);
        Optional<LotNumber> written = template.render(values, sequence);
        if (written.isEmpty()) {
            return;
        }
        String number = written.get().value();
        for (int i = 0; i < number.length(); i++) {
            for (char wrong : CHARACTERS.toCharArray()) {
                String misread = number.substring(0, i) + wrong + number.substring(i + 1);
                assertFound(template, number, misread);
            }
            if (i + 1 < number.length()) {
                String swapped =
                        number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
                assertFound(template, number, swapped);
            }
        }
    }

    private static void assertFound(NumberTemplate template, String number, String misread) {
        if (!misread.equals(number)) {
            assertThrows(
                    InvalidIdentifierException.class,
                    () -> template.decode(new LotNumber(misread)),
                    number + " → " + misread);
        }
    }

    @Provide
    Arbitrary<String> templates() {
        return Arbitraries.of(
                "{yyyy}-{site}-{shift}-{seq:4}",
                "{yy}{DDD}-{site}-{seq:4}",
                "{site}{seq:3}",
                "{y}{MM}{dd}/{line}:{seq:3}",
                "{line}{yy}{seq:3}-{shift}",
                "{item}_{seq:3}",
                "{site}-{line}-{seq:3}{chk}",
                "{shift}{seq:4}{chk}");
    }

    @Provide
    Arbitrary<String> checked() {
        return Arbitraries.of(
                "{site}-{line}-{seq:3}{chk}", "{yy}{DDD}{shift}{seq:4}{chk}", "{shift}-{yyyy}{seq:3}{chk}");
    }

    @Provide
    Arbitrary<Map<TemplateField, String>> values() {
        Arbitrary<String> code = Arbitraries.strings()
                .withChars('A', 'B', '1', '0', '-')
                .ofMinLength(1)
                .ofMaxLength(3)
                .filter(text -> !text.contains("-") || text.matches("[AB10]-[AB10]"));
        Arbitrary<String> plain =
                Arbitraries.strings().withChars('A', 'Z', '9').ofMinLength(1).ofMaxLength(3);
        return Combinators.combine(code, plain, plain, Arbitraries.integers().between(1, 366))
                .as((site, line, shift, day) -> {
                    Map<TemplateField, String> values = new EnumMap<>(TemplateField.class);
                    values.put(TemplateField.SITE, site);
                    values.put(TemplateField.LINE, line);
                    values.put(TemplateField.SHIFT, shift);
                    values.put(TemplateField.ITEM, "FG-" + day);
                    values.put(TemplateField.YEAR, "20" + String.format("%02d", day % 100));
                    values.put(TemplateField.YEAR_OF_CENTURY, String.format("%02d", day % 100));
                    values.put(TemplateField.YEAR_OF_DECADE, Integer.toString(day % 10));
                    values.put(TemplateField.MONTH, String.format("%02d", day % 12 + 1));
                    values.put(TemplateField.DAY, String.format("%02d", day % 31 + 1));
                    values.put(TemplateField.DAY_OF_YEAR, String.format("%03d", day));
                    return values;
                });
    }
}

package org.lottrace.console.web.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Path BUNDLES = Path.of("..");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String LITERALS = "((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)";
    private static final Pattern IS_A_CHECK = Pattern.compile("implements [^{]*\\bHealthCheck\\b");
    private static final Pattern RESULT = Pattern.compile("new Result\\(");
    private static final Pattern FAULT = Pattern.compile(
            "(?m)^    [A-Z_]+\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"|\\s|\\+|orYourself\\(\"[^\"]*\"\\))+),");
    private static final Pattern LOGGED = Pattern.compile("log\\s*\\.(?:info|warn|critical)\\(\\s*" + LITERALS);

    /** A new sentence of a check stands in the file, too. */
    @Test
    void every_sentence_of_a_health_check_is_told_in_german() throws IOException {
        List<String> untold = new ArrayList<>();
        int read = 0;
        for (Path check : checks()) {
            for (MatchResult said :
                    LOGGED.matcher(Files.readString(check)).results().toList()) {
                String sentence = joined(said.group(1));
                read++;
                boolean hasWords = sentence.chars().anyMatch(Character::isLetter);
                if (hasWords && Sentences.inGerman(sentence).isEmpty()) {
                    untold.add(check.getFileName() + ": " + sentence);
                }
            }
        }

        assertTrue(read > 30, "only " + read + " sentences were found");
        assertEquals(List.of(), untold);
    }

    @Test
    void what_stands_in_a_sentence_goes_over_into_the_other() {
        assertEquals(Optional.of("Gebucht: 5 von 7 Ereignissen"), Sentences.inGerman("booked 5 of 7 events"));
        assertEquals(
                Optional.of("cost ist am Ende der Aufzeichnung, Position 36"),
                Sentences.inGerman("cost is at the end of the ledger, position 36"));
        assertEquals(
                Optional.of("Nach den Ereignissen müssten 5 KGM an BER/A-01 sein, der Bestand sagt 4 KGM."),
                Sentences.inGerman("by the events there should be 5 KGM at BER/A-01, the stock says 4 KGM"));
        assertEquals(Optional.of("antwortet"), Sentences.inGerman("answers"));
        assertEquals(Optional.empty(), Sentences.inGerman("nobody has ever said this"));
    }

    @Test
    void both_languages_have_as_many_gaps() {
        Sentences.all()
                .forEach((english, german) -> assertEquals(gaps(english), gaps(german), english + "\n" + german));
    }

    private static int gaps(String sentence) {
        return sentence.split("\\{}", -1).length - 1;
    }

    /** Of the checks that say one sentence, and of the database, whose sentences are those of its faults. */
    @Test
    void every_result_and_every_fault_of_the_database_is_told_in_german() throws IOException {
        List<String> sentences = new ArrayList<>();
        for (Path check : checks()) {
            String source = Files.readString(check);
            RESULT.matcher(source)
                    .results()
                    .forEach(said -> sentences.addAll(alternatives(argument(source.substring(said.end())))));
        }
        String faults = Files.readString(
                BUNDLES.resolve("org.lottrace.persistence/src/main/java/org/lottrace/persistence/internal/Fault.java"));
        FAULT.matcher(faults).results().forEach(fault -> sentences.add(fault(fault.group(1))));

        assertTrue(sentences.size() > 20, sentences::toString);
        assertEquals(
                List.of(),
                sentences.stream()
                        .filter(sentence -> Sentences.inGerman(sentence).isEmpty())
                        .toList());
    }

    /** With what is chosen between at runtime each for itself, and a gap for what is no text. */
    private static List<String> alternatives(String expression) {
        return Stream.of(expression.split("\\s[?:]\\s(?=\\s*\")"))
                .filter(alternative -> alternative.contains("\""))
                .map(alternative -> alternative.substring(alternative.indexOf('"')))
                .map(alternative -> alternative.replaceAll("\"\\s*\\+\\s*\"", ""))
                .map(alternative -> alternative.replaceAll("\"\\s*\\+[^\"]*(\\+\\s*\"|$)", "{}"))
                .map(alternative -> alternative.replace("\"", "").strip())
                .toList();
    }

    /** @return what stands before the bracket that closes */
    private static String argument(String source) {
        boolean isText = false;
        int open = 1;
        int at = 0;
        for (; open > 0; at++) {
            char each = source.charAt(at);
            isText ^= each == '"';
            open += isText ? 0 : each == '(' ? 1 : each == ')' ? -1 : 0;
        }
        return source.substring(0, at - 1);
    }

    private static String fault(String expression) {
        String text = expression.replaceAll(
                "orYourself\\(\"([^\"]*)\"\\)",
                "\"$1, or make a backup yourself and put backup.made.before = {}"
                        + " into etc/org.lottrace.persistence.cfg, LotTrace goes on by itself\"");
        return joined(text).replaceAll("%[0-9]\\$s", "{}").replace("\\\"", "\"");
    }

    private static List<Path> checks() throws IOException {
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            List<Path> checks = new ArrayList<>();
            for (Path file : all.filter(one ->
                            one.toString().endsWith(".java") && one.toString().contains("/src/main/java/"))
                    .toList()) {
                if (IS_A_CHECK.matcher(Files.readString(file)).find()) {
                    checks.add(file);
                }
            }
            return checks;
        }
    }

    private static String joined(String literals) {
        StringBuilder sentence = new StringBuilder();
        LITERAL.matcher(literals).results().forEach(part -> sentence.append(part.group(1)));
        return sentence.toString();
    }
}

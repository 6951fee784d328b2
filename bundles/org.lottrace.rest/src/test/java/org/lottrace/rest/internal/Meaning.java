package org.lottrace.rest.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the source says about a record and its components: the text that a Java programmer reads. */
final class Meaning {
    private static final Pattern TAGS = Pattern.compile("\\{@[a-z]+ ([^}]*)}");

    private final String comment;

    private Meaning(String comment) {
        this.comment = comment;
    }

    static Meaning of(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        String file = "src/main/java/" + outermost.getName().replace('.', '/') + ".java";
        return Stream.of(Path.of("."), Path.of("../org.lottrace.api"))
                .map(bundle -> bundle.resolve(file))
                .filter(Files::exists)
                .map(Meaning::read)
                .findFirst()
                .map(source -> new Meaning(comment(source, type.getSimpleName())))
                .orElse(new Meaning(""));
    }

    /** @return the first sentences, up to the first paragraph or tag */
    String whole() {
        return clean(comment.split("\\n\\s*\\*\\s*(<p>|@)", 2)[0]);
    }

    Optional<String> component(String name) {
        Matcher param = Pattern.compile("@param " + name + "\\s+(.*?)(?=\\n\\s*\\*\\s*@|$)", Pattern.DOTALL)
                .matcher(comment);
        return param.find() ? Optional.of(clean(param.group(1))) : Optional.empty();
    }

    private static String comment(String source, String name) {
        Matcher declared =
                Pattern.compile("(record|interface|class) " + name + "\\b").matcher(source);
        if (!declared.find()) {
            return "";
        }
        String before = source.substring(0, declared.start());
        int end = before.lastIndexOf("*/");
        int start = before.lastIndexOf("/**");
        boolean isOfIt = start >= 0 && end > start && before.substring(end + 2).matches("[\\s\\w@().\"]*");
        return isOfIt ? before.substring(start + 3, end) : "";
    }

    private static String clean(String text) {
        return TAGS.matcher(text.replaceAll("\\n\\s*\\*", " "))
                .replaceAll("$1")
                .replaceAll("<[^>]*>|#", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package org.lottrace.console.commands.internal.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.parsing.CommandLineImpl;
import org.apache.karaf.shell.support.parsing.DefaultParser;

/**
 * Lets options stand behind the arguments too: Karaf itself would take {@code --json} in {@code lot:list MILK --json}
 * for a second argument.
 */
@Service
public final class OptionsAnywhere implements Parser {
    /** The options without a value; every other option is followed by its value. */
    public static final Set<String> FLAGS = Set.of(
            "--json",
            "--give-back",
            "--replan",
            "--reserve",
            "--softly",
            "--why",
            "--confirmed",
            "--closed",
            "--advise",
            "--causes",
            "--rebuild",
            "--with-following",
            "--reported",
            "--backward",
            "--both",
            "--known-only",
            "--all-suspect",
            "--help",
            "--only",
            "--full",
            "--all",
            "--ingredient",
            "--sub-recalled",
            "--not-notified",
            "--not-acted",
            "--hand-over",
            "--of-draft",
            "--write-offs",
            "--expired",
            "--recalls",
            "--lots");

    private final Parser shell = new DefaultParser();

    /** A line that is typed into an open shell is run as its buffer says; {@link #preprocess} is asked for other lines only. */
    @Override
    public CommandLine parse(Session session, String command, int cursor) {
        CommandLine typed = shell.parse(session, command, cursor);
        return new CommandLineImpl(
                typed.getArguments(),
                typed.getCursorArgumentIndex(),
                typed.getArgumentPosition(),
                typed.getBufferPosition(),
                reordered(typed));
    }

    /** As long as it was typed: the shell goes on behind it. */
    private static String reordered(CommandLine typed) {
        Words words = Words.of(typed.getArguments());
        int missing = typed.getBuffer().length() - words.inOrder().length();
        return missing < 0 || words.areInOrder(typed.getArguments())
                ? typed.getBuffer()
                : words.inOrder() + " ".repeat(missing);
    }

    @Override
    public String preprocess(Session session, CommandLine commandLine) {
        Words words = Words.of(commandLine.getArguments());
        UsageCheck.of(session, words.command()).ifPresent(usage -> usage.check(words.options(), words.others()));
        return words.inOrder();
    }

    /** What was typed, apart: the command, the options, each followed by its value, and the rest. */
    private record Words(String command, List<String> options, List<String> others) {
        static Words of(String... words) {
            List<String> options = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (int i = 0; i < words.length; i++) {
                boolean isOption = words[i].startsWith("--");
                (isOption ? options : others).add(words[i]);
                if (isOption && !FLAGS.contains(words[i]) && !words[i].contains("=") && i + 1 < words.length) {
                    options.add(words[++i]);
                }
            }
            return new Words(others.isEmpty() ? "" : others.remove(0), options, others);
        }

        /** As Karaf takes it: options first. */
        String inOrder() {
            return String.join(" ", all());
        }

        boolean areInOrder(String... words) {
            return all().equals(List.of(words));
        }

        private List<String> all() {
            List<String> all = new ArrayList<>(List.of(command));
            all.addAll(options);
            all.addAll(others);
            return all;
        }
    }
}

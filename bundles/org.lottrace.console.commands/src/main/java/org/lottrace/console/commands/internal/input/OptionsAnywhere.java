package org.lottrace.console.commands.internal.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
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

    @Override
    public CommandLine parse(Session session, String command, int cursor) {
        return shell.parse(session, command, cursor);
    }

    @Override
    public String preprocess(Session session, CommandLine commandLine) {
        List<String> options = new ArrayList<>();
        List<String> others = new ArrayList<>();
        String[] words = commandLine.getArguments();
        for (int i = 0; i < words.length; i++) {
            boolean isOption = words[i].startsWith("--");
            (isOption ? options : others).add(words[i]);
            if (isOption && !FLAGS.contains(words[i]) && !words[i].contains("=") && i + 1 < words.length) {
                options.add(words[++i]);
            }
        }
        String command = others.remove(0);
        UsageCheck.of(session, command).ifPresent(usage -> usage.check(options, others));
        options.add(0, command);
        options.addAll(others);
        return String.join(" ", options);
    }
}

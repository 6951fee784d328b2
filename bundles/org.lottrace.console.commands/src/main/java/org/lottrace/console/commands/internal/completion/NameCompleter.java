package org.lottrace.console.commands.internal.completion;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

/** Offers the names that begin with what is typed so far. Offers nothing while the service it asks is not there. */
abstract class NameCompleter implements Completer {
    /**
     * @param typed what stands before the cursor
     * @return names; those that do not begin with {@code typed} are left out. A name that ends with {@code /} or {@code :} goes on
     */
    protected abstract Stream<String> names(String typed);

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        String typed = typed(line);
        names(typed)
                .filter(name -> name.startsWith(typed))
                .map(name -> goesOn(name) ? name : name + " ")
                .forEach(candidates::add);
        return candidates.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
    }

    @Override
    public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
        String typed = typed(line);
        names(typed)
                .filter(name -> name.startsWith(typed))
                .forEach(name -> candidates.add(new Candidate(name, !goesOn(name))));
    }

    private static boolean goesOn(String name) {
        return name.endsWith("/") || name.endsWith(":");
    }

    private static String typed(CommandLine line) {
        String word = line.getCursorArgument();
        return word == null ? "" : word.substring(0, line.getArgumentPosition());
    }
}

package org.lottrace.console.commands.internal.completion;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.console.commands.internal.Login;
import org.lottrace.console.commands.internal.ServicesNow;
import org.osgi.framework.BundleContext;

/**
 * Offers the names that begin with what is typed so far, and that who is logged in may read. Offers nothing while a service that
 * it asks is not there.
 */
abstract class NameCompleter implements Completer {
    /** Where there may be any number of them. */
    protected static final int MOST_OFFERED = 1000;

    @Reference
    private BundleContext framework;

    /** The services as who is logged in may use them. */
    protected interface Allowed {
        <S> S service(Class<S> type);
    }

    /**
     * @param typed what stands before the cursor
     * @return names; those that do not begin with {@code typed} are left out. A name that ends with {@code /} or {@code :} goes on
     */
    protected abstract Stream<String> names(String typed, Allowed allowed);

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        offered(typed(line)).stream()
                .map(name -> goesOn(name) ? name : name + " ")
                .forEach(candidates::add);
        return candidates.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
    }

    @Override
    public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
        offered(typed(line)).forEach(name -> candidates.add(new Candidate(name, !goesOn(name))));
    }

    private List<String> offered(String typed) {
        if (!Login.isSomebody()) {
            return List.of();
        }
        try {
            return names(typed, new OfCaller())
                    .filter(name -> name.startsWith(typed))
                    .toList();
        } catch (NotAllowedException | ServiceMissingException e) {
            return List.of(); // whoever runs the command is told why; who only types is not interrupted
        }
    }

    private static boolean goesOn(String name) {
        return name.endsWith("/") || name.endsWith(":");
    }

    private static String typed(CommandLine line) {
        String word = line.getCursorArgument();
        return word == null ? "" : word.substring(0, line.getArgumentPosition());
    }

    private final class OfCaller implements Allowed {
        @Override
        public <S> S service(Class<S> type) {
            return new ServicesNow(framework).of(Login.caller(), type);
        }
    }
}

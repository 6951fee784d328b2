package org.lottrace.console.commands.internal.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.support.parsing.CommandLineImpl;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.operation.Role;
import org.lottrace.console.commands.internal.Shell;
import org.lottrace.operation.testing.TestOperations;
import org.osgi.framework.BundleContext;

class CompletionTest {
    @Test
    void a_lot_is_completed_in_two_steps_item_and_number() throws Exception {
        LotCompleter completer = over(
                new LotCompleter(),
                answering(ItemCatalog.class, "all", given -> Bakery.items()),
                answering(
                        LotMaster.class,
                        "ofItem",
                        given -> List.of(
                                aLot("L1").build(),
                                aLot("X2").build(),
                                aLot("7/12").build())));

        assertEquals(List.of("FLOUR/..."), complete(completer, "FL"));
        assertEquals(List.of("FLOUR/L1"), complete(completer, "FLOUR/L"));
        assertEquals(List.of("FLOUR/L1", "FLOUR/X2"), complete(completer, "FLOUR/"));
        assertEquals(List.of(), complete(completer, "FL*/"));
        assertEquals(List.of("/FLOUR/..."), complete(completer, "/FL"));
        assertEquals(List.of("/FLOUR/7/12"), complete(completer, "/FLOUR/"));
    }

    @Test
    void nothing_is_offered_while_the_service_is_not_there() throws Exception {
        assertEquals(List.of(), complete(in(Shell.framework(List.of()), new LotCompleter()), ""));
        assertEquals(List.of(), complete(over(new SiteCompleter()), ""));
    }

    /** Whoever may log in to the shell, but has none of our roles. */
    @Test
    void who_may_not_read_something_is_offered_nothing_of_it() throws Exception {
        ItemCompleter completer =
                over(new ItemCompleter(), answering(ItemCatalog.class, "all", given -> Bakery.items()));

        assertEquals(List.of("FLOUR"), complete(completer, "FL"));
        assertEquals(List.of(), complete(completer, "FL", new Role[0]));
    }

    private static List<String> complete(NameCompleter completer, String typed) throws Exception {
        return complete(completer, typed, Role.OPERATOR);
    }

    /** @return what is offered; a word that goes on ends with three dots */
    private static List<String> complete(NameCompleter completer, String typed, Role... roles) throws Exception {
        String[] words = {"lot:show", typed};
        String buffer = String.join(" ", words);
        List<Candidate> candidates = new ArrayList<>();
        Shell.loggedIn(List.of(roles), () -> {
            completer.completeCandidates(
                    null, new CommandLineImpl(words, 1, typed.length(), buffer.length(), buffer), candidates);
            return candidates;
        });
        return candidates.stream()
                .map(c -> c.value() + (c.complete() ? "" : "..."))
                .toList();
    }

    private static <C extends NameCompleter> C over(C completer, Object... services)
            throws ReflectiveOperationException {
        return in(Shell.framework(List.of(TestOperations.over(services))), completer);
    }

    private static <C extends NameCompleter> C in(BundleContext framework, C completer)
            throws ReflectiveOperationException {
        Field reference = NameCompleter.class.getDeclaredField("framework");
        reference.setAccessible(true);
        reference.set(completer, framework);
        return completer;
    }
}

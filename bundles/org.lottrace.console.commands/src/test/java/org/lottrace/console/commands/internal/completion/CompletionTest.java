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

class CompletionTest {
    @Test
    void a_lot_is_completed_in_two_steps_item_and_number() throws Exception {
        LotCompleter completer = new LotCompleter();
        set(completer, "items", answering(ItemCatalog.class, "all", given -> Bakery.items()));
        set(
                completer,
                "lots",
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
    void nothing_is_offered_while_the_service_is_not_there() {
        assertEquals(List.of(), complete(new LotCompleter(), ""));
        assertEquals(List.of(), complete(new SiteCompleter(), ""));
    }

    /** @return what is offered; a word that goes on ends with three dots */
    private static List<String> complete(NameCompleter completer, String typed) {
        String[] words = {"lot:show", typed};
        String buffer = String.join(" ", words);
        List<Candidate> candidates = new ArrayList<>();
        completer.completeCandidates(
                null, new CommandLineImpl(words, 1, typed.length(), buffer.length(), buffer), candidates);
        return candidates.stream()
                .map(c -> c.value() + (c.complete() ? "" : "..."))
                .toList();
    }

    private static void set(Object completer, String field, Object service) throws ReflectiveOperationException {
        Field reference = completer.getClass().getDeclaredField(field);
        reference.setAccessible(true);
        reference.set(completer, service);
    }
}

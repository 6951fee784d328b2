package org.lottrace.console.web.internal.trace;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;

/**
 * The form and what it found.
 *
 * @param problems what is wrong with what was asked
 * @param several texts that mean several lots, with links that say which
 * @param found absent when nothing was asked, or it could not be
 */
public record TraceView(
        String lots,
        Direction direction,
        Optional<LocalDate> until,
        Optional<LocalDate> known,
        boolean suspect,
        String share,
        List<String> problems,
        List<Several> several,
        Optional<Found> found) {

    /** Which lot can be meant, and the address that asks for it instead. */
    public record Meant(Lot lot, String address) {}

    /** A text that means several lots. */
    public record Several(String typed, List<Meant> lots) {}

    /** A group that is open, and the address at which it is not. */
    public record OpenGroup(String name, String address) {}

    /** An address under a name of the texts. */
    public record Step(String text, String address) {}

    /**
     * Days that a slider goes over.
     *
     * @param first on which something of the trace happened
     * @param days from the first to today
     * @param day number of the day until which the trace goes
     */
    public record Slider(LocalDate first, long days, long day) {}

    /**
     * A trace.
     *
     * @param drawing an {@code svg} element; all text in it is escaped by what made it
     * @param opened the groups that are open
     * @param notOpened groups that were asked for and could not be opened
     * @param hidden how many lots the share hides
     * @param rows this page of the connections
     * @param from number of the first row, from 1
     * @param of how many rows there are
     * @param pages to the page before and the next one
     * @param downloads files of the same trace
     * @param days the same a day earlier and later, when it is about a day
     * @param slider absent when all of it happened today
     * @param names of the parties
     */
    public record Found(
            Content drawing,
            List<OpenGroup> opened,
            List<String> notOpened,
            int hidden,
            List<TraceRow> rows,
            int from,
            int of,
            List<Step> pages,
            List<Step> downloads,
            List<Step> days,
            Optional<Slider> slider,
            Map<PartyId, String> names,
            long ledgerPosition) {}
}

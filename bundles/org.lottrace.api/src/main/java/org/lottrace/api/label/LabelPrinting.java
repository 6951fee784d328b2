package org.lottrace.api.label;

import java.util.List;
import org.lottrace.api.event.EventId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The queue of labels: at the sites that ask for it, what is received or made gets its labels as files in a folder, from which a program of the
 * printer takes them away; each once. A copy of each is kept.
 */
@ProviderType
public interface LabelPrinting {
    /** No event has that id. */
    String EVENT_UNKNOWN = "EVENT_UNKNOWN";

    /** The event is no receipt and no output, or its site prints no labels. */
    String NOTHING_TO_PRINT = "NOTHING_TO_PRINT";

    /**
     * Puts the labels of an event into the folder once more: those that are kept as they were, the others as they are now.
     *
     * @return the names of the files, by line. Refused besides with the reasons of {@link Labels}
     */
    @Operation(
            name = "label.reprint",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.PRODUCER},
            repeat = Repeat.EACH_TIME,
            refusals = {
                EVENT_UNKNOWN,
                NOTHING_TO_PRINT,
                Labels.LOT_UNKNOWN,
                Labels.LOT_AMBIGUOUS,
                Labels.NO_GTIN,
                Labels.NUMBER_WITH_BLANK,
                Labels.SERIAL_NOT_MARKABLE,
                Labels.DETAIL_WRONG,
                Labels.TEMPLATE_WRONG,
                "GS1_RULE_BROKEN"
            })
    Outcome<List<String>> reprint(EventId event);
}

package org.lottrace.console.commands.internal.recall;

import java.math.BigDecimal;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.recall.EffectivenessLevel;
import org.lottrace.api.recall.PublicWarning;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallClass;
import org.lottrace.api.recall.RecallDepth;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.RecallRegime;
import org.lottrace.api.recall.RecallTrigger;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "open",
        description =
                "Opens a recall case and blocks everything it affects: stock, reservations, picks, unsent ship notices")
public final class OpenCommand extends ScopedCommand {
    @Uses
    private RecallCases cases;

    @Option(name = "--mode", description = "REAL, MOCK, WITHDRAWAL or STOCK_RECOVERY")
    private String mode = "REAL";

    @Option(name = "--class", description = "I, II or III", required = true)
    private String recallClass;

    @Option(
            name = "--regime",
            description = "FDA_FOOD, FDA_INFANT_FORMULA, FDA_DRUG, FDA_DEVICE or EU_FOOD",
            required = true)
    private String regime;

    @Option(
            name = "--trigger",
            description = "COMPLAINT, LABORATORY, SUPPLIER, REGULATOR or OWN_FINDING",
            required = true)
    private String trigger;

    @Option(name = "--reason", description = "What is wrong with the goods; every notice says it", required = true)
    private String reason;

    @Option(name = "--hazard", description = "What it can do to people; every notice says it", required = true)
    private String hazard;

    @Option(name = "--instructions", description = "What consignees are to do with the goods", required = true)
    private String instructions;

    @Option(name = "--contact", description = "Whom consignees can ask", required = true)
    private String contact;

    @Option(name = "--decided-by", description = "Who decided", required = true)
    private String decidedBy;

    @Option(
            name = "--decided-at",
            description = "When it was decided, 2026-03-01T14:30+01:00. Default: when it is opened")
    private String decidedAt;

    @Option(name = "--evaluation", description = "The health hazard evaluation")
    private String evaluation = "";

    @Option(name = "--depth", description = "CONSUMER_USER, RETAIL or WHOLESALE")
    private String depth = "RETAIL";

    @Option(name = "--warning", description = "NONE, SPECIALISED_MEDIA or GENERAL_MEDIA")
    private String warning = "NONE";

    @Option(
            name = "--level",
            description = "How many consignees are checked: A all, B --percent, C 10 %, D 2 %, E none")
    private String level = "A";

    @Option(name = "--percent", description = "Percent of the consignees for level B")
    private String percent;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> lot;

    @Override
    protected void run() throws CommandException {
        CaptureContext context = context();
        reportCase(cases.open(caller(), context, opening(context), criteria(lot)));
    }

    private RecallOpening opening(CaptureContext context) {
        EffectivenessLevel checked = Choice.of(EffectivenessLevel.class, level);
        return new RecallOpening(
                Choice.of(RecallMode.class, mode),
                Choice.of(RecallClass.class, recallClass),
                Choice.of(RecallRegime.class, regime),
                Choice.of(RecallTrigger.class, trigger),
                reason,
                hazard,
                evaluation,
                instructions,
                Choice.of(RecallDepth.class, depth),
                Choice.of(PublicWarning.class, warning),
                checked,
                checked.percent()
                        .orElseGet(() -> percent == null ? BigDecimal.ZERO : TextForms.read(BigDecimal.class, percent)),
                decidedAt == null ? context.effective() : moment(decidedAt, context.site()),
                decidedBy,
                contact);
    }
}

package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.PartyCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "answer",
        description = "Records what a consignee says about the goods of a lot in a shipment")
public final class AnswerCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Uses
    private LotMaster lots;

    @Argument(index = 1, name = "PARTY", description = "The consignee", required = true)
    @Completion(PartyCompleter.class)
    private String party;

    @Argument(index = 2, name = "SHIPMENT", description = "Number of the shipment", required = true)
    private String shipment;

    @Argument(index = 3, name = "LOT", description = LotArgument.FORM, required = true)
    @Completion(LotCompleter.class)
    private String lot;

    @Option(name = "--on-hand", description = "What they still have, such as 12:C62", required = true)
    private String onHand;

    @Option(name = "--destroyed", description = "What they destroyed. Default: nothing")
    private String destroyed;

    @Option(name = "--used", description = "What they sold or used up. Default: nothing")
    private String used;

    @Option(name = "--sub-recalled", description = "They told their own customers")
    private boolean subRecalled;

    @Option(name = "--certificate", description = "Number of the certificate of destruction")
    private String certificate = "";

    @Option(name = "--said-by", description = "The person who answered")
    private String saidBy = "";

    @Override
    protected void run() throws CommandException {
        Quantity kept = TextForms.read(Quantity.class, onHand);
        report(cases.answer(
                caller(),
                id(),
                new ConsigneeAnswer(
                        TextForms.read(PartyId.class, party),
                        new DocumentReference(DocumentType.SHIPMENT, shipment),
                        LotArgument.find(lots, lot).key(),
                        kept,
                        amount(destroyed, kept),
                        amount(used, kept),
                        subRecalled,
                        certificate,
                        saidBy,
                        "")));
    }

    private static Quantity amount(String text, Quantity kept) {
        return text == null ? Quantity.zero(kept.unit()) : TextForms.read(Quantity.class, text);
    }
}

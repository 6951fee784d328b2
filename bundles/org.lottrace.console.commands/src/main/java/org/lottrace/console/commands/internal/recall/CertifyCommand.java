package org.lottrace.console.commands.internal.recall;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.recall.Recall;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "certify",
        description =
                "Certifies that the record of lots and of every lot that contains them is complete; fails when it is not")
public final class CertifyCommand extends LotTraceCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private Recall recall;

    @Uses
    private Certification certification;

    @Uses
    private Ledger ledger;

    @Option(name = "--only", description = "These lots alone, without those that contain them")
    private boolean only;

    @Option(name = "--all", description = "Every lot there is, instead of LOT")
    private boolean all;

    @Option(
            name = "--full",
            description =
                    "Recompute all of the hash chain first, instead of going on from what is verified; takes longer")
    private boolean full;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> lot;

    @Override
    protected void run() throws CommandException {
        if (all == (lot != null)) {
            throw new IllegalArgumentException("name the lots, or write --all");
        }
        if (full) {
            ledger.firstBrokenPosition();
        }
        CompletenessCertificate certificate = all ? certification.certifyAll() : certification.certify(scope());
        print(
                certificate,
                Table.details("Completeness certificate", certificate)
                        .column("Complete", c -> c.isComplete() ? "yes" : "NO")
                        .column("Lots", c -> c.lots().size())
                        .column("Inferred edges", c -> c.inferredEdges().size())
                        .column("Limits", CompletenessCertificate::limits)
                        .column("Ledger position", CompletenessCertificate::ledgerPosition)
                        .column("Ledger hash", CompletenessCertificate::ledgerHash)
                        .column("Hash chain", c -> chain(c.trusted()))
                        .column("Issued", CompletenessCertificate::issued),
                balances(certificate),
                inferred(certificate),
                findings(certificate));
        if (!certificate.isComplete()) {
            throw new CommandException("the record is not complete; number of findings: "
                    + certificate.findings().size()
                    + ". Compare the events they name with papers, partners and the last backup");
        }
    }

    private String chain(VerifiedChain trusted) {
        return trusted.position() == 0
                ? "verified from the first event on"
                : "verified up to position " + trusted.position() + ", reached at " + zones().of(trusted.at())
                        + ", every event up to there since " + zones().of(trusted.since())
                        + "; went on from there, and again around the events of these lots";
    }

    private List<LotKey> scope() {
        List<LotKey> named = LotArgument.keys(lots, lot);
        return only
                ? named
                : recall.scope(named, AsOf.LATEST).affected().stream()
                        .map(TracedLot::lot)
                        .toList();
    }

    private static Table<LotBalance> balances(CompletenessCertificate certificate) {
        return Table.of("Mass balance", certificate.lots())
                .column("Lot", LotBalance::lot)
                .number("Received", LotBalance::received)
                .number("Produced", LotBalance::produced)
                .number("Returned", LotBalance::returned)
                .number("Found", LotBalance::found)
                .number("On hand", LotBalance::onHand)
                .number("Shipped", LotBalance::shipped)
                .number("Consumed", LotBalance::consumed)
                .number("Disposed", LotBalance::disposed)
                .number("Missed", LotBalance::missed)
                .number("Unaccounted", LotBalance::unaccounted);
    }

    private static Table<TracedEdge> inferred(CompletenessCertificate certificate) {
        return Table.of("Inferred edges", certificate.inferredEdges())
                .column("Lot", traced -> traced.edge().input())
                .number("Quantity", traced -> traced.edge().quantity())
                .column("went into", traced -> traced.edge().output())
                .column("Event", TracedEdge::event);
    }

    private static Table<Finding> findings(CompletenessCertificate certificate) {
        return Table.of("Findings", certificate.findings())
                .column("Lot", Finding::lot)
                .number("Quantity", Finding::quantity)
                .column("Witness", Finding::witness)
                .number("Position", Finding::ledgerPosition)
                .column("What does not fit", Finding::message);
    }
}

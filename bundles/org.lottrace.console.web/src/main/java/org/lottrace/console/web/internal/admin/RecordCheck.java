package org.lottrace.console.web.internal.admin;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Whether the record is whole and unchanged: what the background knows, and three questions of growing length that a person asks. */
public final class RecordCheck {
    private static final int MOST = 100;

    private RecordCheck() {}

    /**
     * @param verified how far the chain of hashes was verified since the start
     * @param head position of the newest event
     * @param found what the background has found changed
     * @param answer what was asked for just now
     */
    public record View(VerifiedChain verified, long head, List<Tampering> found, Optional<Asked> answer) {}

    /**
     * An answer.
     *
     * @param question {@code chain}, {@code seals} or {@code certificate}
     * @param broken the first position that does not fit its hash
     * @param changed rows that are not as they were written
     * @param certificate about all lots
     * @param findings the first of those of the certificate
     * @param more how many others it has
     */
    public record Asked(
            String question,
            Optional<Long> broken,
            List<Tampering> changed,
            Optional<CompletenessCertificate> certificate,
            List<Finding> findings,
            int more) {
        public boolean isWhole() {
            return broken.isEmpty() && changed.isEmpty() && findings.isEmpty();
        }
    }

    static Answer show(Visit visit) {
        return Answer.html("admin/record.jte", view(visit, Optional.empty()));
    }

    /** Nothing changes, but it may read everything there is: so only a button asks for it, and no link. */
    static Answer run(Visit visit) {
        String question = visit.parameters().text("question");
        Asked asked =
                switch (question) {
                    case "chain" ->
                        new Asked(
                                question,
                                visit.as(Ledger.class).firstBrokenPosition(),
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                0);
                    case "seals" ->
                        new Asked(
                                question,
                                Optional.empty(),
                                visit.as(RecordSeals.class).verify(MOST),
                                Optional.empty(),
                                List.of(),
                                0);
                    case "certificate" ->
                        certified(visit.as(Certification.class).certifyAll());
                    default -> throw new IllegalArgumentException("nobody knows what \"" + question + "\" asks");
                };
        return Answer.html("admin/record.jte", view(visit, Optional.of(asked)));
    }

    private static Asked certified(CompletenessCertificate certificate) {
        List<Finding> findings = certificate.findings();
        return new Asked(
                "certificate",
                Optional.empty(),
                List.of(),
                Optional.of(certificate),
                findings.subList(0, Math.min(MOST, findings.size())),
                Math.max(0, findings.size() - MOST));
    }

    private static View view(Visit visit, Optional<Asked> answer) {
        Ledger ledger = visit.as(Ledger.class);
        return new View(
                ledger.verified(), ledger.head(), visit.as(RecordSeals.class).found(), answer);
    }
}

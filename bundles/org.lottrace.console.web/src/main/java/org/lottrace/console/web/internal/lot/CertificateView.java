package org.lottrace.console.web.internal.lot;

import java.util.List;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.lot.Lot;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Whether everything that came of a lot is accounted for, and its record is as it was written.
 *
 * @param findings the first of them
 * @param more how many others there are
 */
public record CertificateView(Lot lot, CompletenessCertificate certificate, List<Finding> findings, int more) {
    private static final int MOST = 100;

    /** Nothing changes, but it may read for long: so only a button asks for it, and no link. */
    static Answer of(Lot lot, Visit visit) {
        CompletenessCertificate certificate = visit.as(Certification.class).certify(List.of(lot.key()));
        List<Finding> all = certificate.findings();
        List<Finding> shown = all.subList(0, Math.min(MOST, all.size()));
        return Answer.html(
                "lot/certificate.jte", new CertificateView(lot, certificate, shown, all.size() - shown.size()));
    }
}

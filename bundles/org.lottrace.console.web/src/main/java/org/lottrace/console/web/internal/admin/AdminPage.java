package org.lottrace.console.web.internal.admin;

import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** For those who run the installation: how it is, what follows the ledger, who cannot log in, whether the record is whole, who may do what. */
public final class AdminPage implements Page {
    @Override
    public String path() {
        return "admin";
    }

    /** Everybody may ask for the health, but only those who look after the installation are to find this in their menu. */
    @Override
    public String needs() {
        return "login.list-failed";
    }

    @Override
    public String icon() {
        return "admin";
    }

    @Override
    public Answer show(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "" -> HealthView.show(visit);
            case "followers" -> Followers.show(visit);
            case "logins" -> FailedLogins.show(visit);
            case "record" -> RecordCheck.show(visit);
            case "roles" -> RolesView.show(visit);
            case "users" -> UsersView.show(visit);
            case "tokens" -> TokensView.show(visit);
            case "audit" -> AuditView.show(visit);
            case "metrics" -> MetricsView.show(visit);
            case "configuration" -> ConfigurationView.show(visit);
            default -> Answer.NOT_FOUND;
        };
    }

    @Override
    public Answer change(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "followers" -> Followers.change(visit);
            case "logins" -> FailedLogins.unlock(visit);
            case "record" -> RecordCheck.run(visit);
            case "tokens" -> TokensView.change(visit);
            case "configuration" -> ConfigurationView.change(visit);
            default -> Answer.NOT_ALLOWED_HERE;
        };
    }
}

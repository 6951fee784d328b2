package org.lottrace.persistence.internal.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.id.PartyId;

/** A row of {@code company_books}. */
@Entity
@Table(name = "company_books")
@FilterDef(name = OneBooks.COMMON)
@FilterDef(name = OneBooks.OWN, parameters = @ParamDef(name = OneBooks.PARAMETER, type = String.class))
public class CompanyBooksEntity {
    @Id
    @Column(name = "company", length = 20)
    String company;

    @Column(name = "currency", length = 3)
    String currency;

    @Column(name = "tax_number", length = 30)
    String taxNumber;

    @Column(name = "said_by", length = 200)
    String by;

    @Column(name = "said_at")
    Instant at;

    protected CompanyBooksEntity() {}

    CompanyBooksEntity(CompanyBooks books) {
        company = books.company().value();
        currency = books.currency();
        taxNumber = books.taxNumber();
        by = books.by();
        at = books.at();
    }

    CompanyBooks toBooks() {
        return new CompanyBooks(new PartyId(company), currency, taxNumber, by, at);
    }
}

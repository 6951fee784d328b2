package org.lottrace.persistence.internal.edi;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;

/** A row of {@code interchange_content}: the bytes of an interchange. */
@Entity
@Table(name = "interchange_content")
public class InterchangeContentEntity {
    @Id
    @Column(name = "interchange_id")
    long interchangeId;

    @Column(name = "content", length = Length.LONG32)
    byte[] content;

    protected InterchangeContentEntity() {}

    /** @param content as it is, for it may be large; it is not changed any more */
    InterchangeContentEntity(long interchangeId, byte[] content) {
        this.interchangeId = interchangeId;
        this.content = content;
    }
}

package org.lottrace.cost.wrong;

import jakarta.persistence.Entity;

/** JPA outside of persistence.internal. */
@Entity
public interface IsAnEntity {}

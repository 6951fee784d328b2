package org.lottrace.edi.x12.internal.exchange;

import org.lottrace.api.partner.EdiAddress;

/**
 * What is configured.
 *
 * @param ownAddress the address under which partners reach us
 * @param usage ISA15 of what we send: {@code P} or {@code T}
 * @param folders where files come in and go out
 */
record ExchangeSettings(EdiAddress ownAddress, String usage, Folders folders) {}

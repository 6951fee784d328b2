package org.lottrace.health.wrong;

import org.apache.karaf.shell.api.action.Action;

/** Karaf outside of console.commands. */
public interface IsACommand extends Action {}

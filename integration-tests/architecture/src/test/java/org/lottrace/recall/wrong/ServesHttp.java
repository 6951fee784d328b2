package org.lottrace.recall.wrong;

import jakarta.servlet.Servlet;

/** Ring 1 knows a servlet. */
public interface ServesHttp extends Servlet {}

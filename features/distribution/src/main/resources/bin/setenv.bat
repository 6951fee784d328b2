@echo off
rem Called by karaf.bat. JAVA_OPTS from outside wins. The same as setenv, which says why.
if "%LOTTRACE_HEAP%" == "" set "LOTTRACE_HEAP=512m"
if "%JAVA_OPTS%" == "" set "JAVA_OPTS=-Xms128m -Xmx%LOTTRACE_HEAP% -XX:+UseSerialGC -XX:+HeapDumpOnOutOfMemoryError -XX:+ExitOnOutOfMemoryError -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:Tier4InvocationThreshold=200000 -XX:Tier4MinInvocationThreshold=20000 -XX:Tier4CompileThreshold=600000 -XX:Tier4BackEdgeThreshold=2000000"

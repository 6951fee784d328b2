@echo off
rem Starts, stops and talks to LotTrace; "lottrace help" says how. Finds Java; everything else does org.lottrace.tools.LotTrace.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo lottrace: no java found: install a JDK 17 or later, or set JAVA_HOME 1>&2
    exit /b 1
)
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"
set "TOOLS="
for /r "%HERE%\system\org\lottrace\lottrace-tools" %%f in (lottrace-tools-*.jar) do set "TOOLS=%%f"
if not defined TOOLS (
    echo lottrace: %HERE% is not a whole distribution: unpack it again 1>&2
    exit /b 1
)
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Dlottrace.home=%HERE%" -jar "%TOOLS%" %*
exit /b %errorlevel%

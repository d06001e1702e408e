# Makes mainspring-windows.zip from a release build; run on Windows.
# The app id is registered, so that a notification shows the app's name and not that of the shell.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
cargo build --locked --release
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
$target = if ($env:CARGO_TARGET_DIR) { $env:CARGO_TARGET_DIR } else { "target" }
$files = @("$target\release\mainspring.exe", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "packaging\windows\register.ps1")
Compress-Archive -Force -Path $files -DestinationPath "$target\mainspring-windows.zip"
Write-Output "$target\mainspring-windows.zip"

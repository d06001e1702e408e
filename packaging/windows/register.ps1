# Tells Windows the name of the app for its notifications; undo by deleting the key.
$key = "HKCU:\Software\Classes\AppUserModelId\io.github.mainspring_app.Mainspring"
New-Item -Path $key -Force | Out-Null
Set-ItemProperty -Path $key -Name DisplayName -Value "Mainspring"

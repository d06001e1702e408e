# Recovery: the screens for a file that cannot be read or is not there, and the banners. Every id starts with "recovery-".

recovery-banner-demo = Sample data, made up for a look around. Nothing here is saved.
recovery-banner-read-only = Read-only: { $reason }. You can look at everything, but changes are not saved here.
recovery-banner-unsaved = Not saved yet: { $reason }. Mainspring tries again every few seconds; your changes are kept in memory until then.
